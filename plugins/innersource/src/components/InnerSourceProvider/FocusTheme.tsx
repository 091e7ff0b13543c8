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

import { Theme, ThemeProvider, useTheme } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { useLocale } from '../../hooks';

// One theme per theme of the portal and language: each has style sheets of its own.
const themes = new WeakMap<Theme, Map<string, () => Theme>>();

function themeFor(portal: Theme, language: string): () => Theme {
  const byLanguage = themes.get(portal) ?? new Map<string, () => Theme>();
  themes.set(portal, byLanguage);
  let theme = byLanguage.get(language);
  if (!theme) {
    const { props, overrides } = portal;
    const adapted: Theme = {
      ...portal,
      props: {
        ...props,
        MuiButton: { ...props?.MuiButton, disableFocusRipple: true },
        MuiIconButton: { ...props?.MuiIconButton, disableFocusRipple: true },
        MuiTab: { ...props?.MuiTab, disableFocusRipple: true },
        // Dialogs and menus stand outside the element that tells the language.
        MuiModal: { ...props?.MuiModal, lang: language },
      },
      overrides: {
        ...overrides,
        MuiButtonBase: {
          ...overrides?.MuiButtonBase,
          focusVisible: {
            outline: `2px solid ${portal.palette.primary.main}`,
            outlineOffset: -2,
          },
        },
      },
    };
    theme = () => adapted;
    byLanguage.set(language, theme);
  }
  return theme;
}

/**
 * Marks the focused button by an outline instead of Material UI's ripple, which
 * breaks down with the whole page when a button has the focus before its first
 * effects ran: a list that renders anew under somebody who tabs through it.
 */
export function FocusTheme(props: { children: ReactNode }) {
  const theme = themeFor(useTheme(), useLocale());
  return <ThemeProvider theme={theme}>{props.children}</ThemeProvider>;
}
