/*
 * Copyright 2026 The InnerSource plugin authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import IconButton from '@material-ui/core/IconButton';
import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import Tab from '@material-ui/core/Tab';
import { Component, PropsWithChildren, ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { TestApiProvider } from '@backstage/test-utils';
import { innersourceApiRef } from '../../api';
import { InnerSourceProvider } from './InnerSourceProvider';

class Boundary extends Component<PropsWithChildren<{ failed: () => void }>> {
  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  state = { isBroken: false };

  componentDidCatch() {
    this.props.failed();
  }

  render() {
    return this.state.isBroken ? null : this.props.children;
  }
}

const theme = createTheme();

/** As in a browser: the focus arrives between a button's appearance and its first effects' state. */
async function focusAtOnce(
  element: ReactElement,
  patience: number,
): Promise<boolean> {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const failed = jest.fn();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
  flushSync(() =>
    root.render(
      <ThemeProvider theme={theme}>
        <Boundary failed={failed}>{element}</Boundary>
      </ThemeProvider>,
    ),
  );
  container.querySelector<HTMLElement>('button, input')?.focus();
  const started = Date.now();
  do {
    await new Promise(resolve => setTimeout(resolve, 20));
  } while (!failed.mock.calls.length && Date.now() - started < patience);
  root.unmount();
  container.remove();
  return failed.mock.calls.length > 0;
}

describe('InnerSourceProvider', () => {
  const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
  const before = environment.IS_REACT_ACT_ENVIRONMENT;

  beforeEach(() => {
    environment.IS_REACT_ACT_ENVIRONMENT = false;
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => {
    environment.IS_REACT_ACT_ENVIRONMENT = before;
    jest.restoreAllMocks();
  });

  it.each([
    ['a button', <Button>Reset</Button>],
    ['an icon', <IconButton>x</IconButton>],
    ['a checkbox', <Checkbox />],
    ['a switch', <Switch />],
    ['a tab', <Tab label="Overview" />],
  ])('survives the focus on %s that just appeared', async (_, element) => {
    // Otherwise the case would prove nothing.
    expect(await focusAtOnce(element, 60_000)).toBe(true);
    expect(
      await focusAtOnce(
        <TestApiProvider apis={[[innersourceApiRef, {}]]}>
          <InnerSourceProvider>{element}</InnerSourceProvider>
        </TestApiProvider>,
        50,
      ),
    ).toBe(false);
  });
});
