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

import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import Search from '@material-ui/icons/Search';
import { useEffect, useRef, useState } from 'react';
import { useDebounce } from 'react-use';

const DEBOUNCE_MS = 300;

/** A search field that reports when typing pauses. */
export function SearchField(props: {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, placeholder, value, onChange } = props;
  const [text, setText] = useState(value);
  const reported = useRef(value);

  useEffect(() => {
    // Changed from outside, e.g. by the browser's history.
    if (value !== reported.current) {
      reported.current = value;
      setText(value);
    }
  }, [value]);
  useDebounce(
    () => {
      if (text !== reported.current) {
        reported.current = text;
        onChange(text);
      }
    },
    DEBOUNCE_MS,
    [text],
  );

  return (
    <TextField
      fullWidth
      size="small"
      variant="outlined"
      type="search"
      placeholder={placeholder}
      value={text}
      onChange={event => setText(event.target.value)}
      inputProps={{
        'aria-label': label,
        maxLength: 200,
        style: { textOverflow: 'ellipsis' },
      }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <Search aria-hidden />
          </InputAdornment>
        ),
      }}
    />
  );
}
