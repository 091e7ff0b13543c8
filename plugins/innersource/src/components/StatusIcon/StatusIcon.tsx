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

import Block from '@material-ui/icons/Block';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import Help from '@material-ui/icons/HelpOutline';
import RemoveCircle from '@material-ui/icons/RemoveCircleOutline';
import Timelapse from '@material-ui/icons/Timelapse';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { ComponentType } from 'react';
import { CheckStatus } from '@ispo/backstage-plugin-innersource-common';
import { useTone } from '../../hooks';
import { Tone } from '../../lib/tone';

const LOOKS: Record<
  CheckStatus,
  { Icon: ComponentType<SvgIconProps>; tone: Tone }
> = {
  pass: { Icon: CheckCircle, tone: 'good' },
  partial: { Icon: Timelapse, tone: 'fair' },
  fail: { Icon: Cancel, tone: 'poor' },
  unknown: { Icon: Help, tone: 'neutral' },
  'not-applicable': { Icon: RemoveCircle, tone: 'neutral' },
  exempt: { Icon: Block, tone: 'neutral' },
};

/** A check's status as an icon; the words stand beside it. */
export function StatusIcon(props: { status: CheckStatus }) {
  const { Icon, tone } = LOOKS[props.status];
  const color = useTone(tone);
  return <Icon style={{ color }} aria-hidden />;
}
