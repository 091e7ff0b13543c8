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

import { makeStyles, useTheme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ComponentProps, ReactNode } from 'react';
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTone } from '../../hooks';

const useStyles = makeStyles(
  theme => ({
    tooltip: {
      padding: theme.spacing(1),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.primary,
    },
  }),
  { name: 'InnerSourceTrendChart' },
);

/** How a number went, as a line over time. */
export function TrendChart<T extends object>(props: {
  points: T[];
  /** What of a point is drawn. */
  dataKey: keyof T & string;
  height: number;
  /** Room for the labels of the vertical axis, in pixels less than usual. */
  tighter: number;
  xAxis: ComponentProps<typeof XAxis>;
  yAxis: ComponentProps<typeof YAxis>;
  /** `stepAfter` where a value holds until the next one. */
  type: 'linear' | 'stepAfter';
  dots?: boolean;
  /** What a point says; nothing for one without value. */
  describe: (point: T) => ReactNode;
}) {
  const { points, dataKey, type } = props;
  const classes = useStyles();
  const { palette, typography } = useTheme();
  const color = useTone('good');
  const axis = {
    tick: {
      fill: palette.text.secondary,
      fontSize: 12,
      fontFamily: typography.fontFamily,
    },
    stroke: palette.divider,
  };
  const describe = (point: T | undefined) => point && props.describe(point);
  return (
    <ResponsiveContainer width="100%" height={props.height}>
      <AreaChart
        data={points}
        margin={{ top: 8, right: 24, bottom: 0, left: -props.tighter }}
        accessibilityLayer={false}
      >
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis {...axis} {...props.xAxis} />
        <YAxis {...axis} {...props.yAxis} />
        <Tooltip
          content={({ active, payload }) => {
            const text = active && describe(payload?.[0]?.payload);
            return text ? (
              <Typography variant="body2" className={classes.tooltip}>
                {text}
              </Typography>
            ) : null;
          }}
        />
        <Area
          dataKey={dataKey}
          type={type}
          stroke={color}
          strokeWidth={2}
          fill={color}
          fillOpacity={0.12}
          dot={props.dots && { r: 2.5, fill: color }}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
