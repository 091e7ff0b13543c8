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
import Typography from '@material-ui/core/Typography';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import Lock from '@material-ui/icons/LockOutlined';
import Search from '@material-ui/icons/Search';

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useErrorText } from '../../hooks';
import { isUnanswered, statusOf } from '../../lib/errors';
import { innersourceTranslationRef } from '../../translation';
import { Notice } from '../Notice';

/** Says why there was no answer about an entity and what to do. */
export function LoadingFailed(props: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useTranslationRef(innersourceTranslationRef);
  switch (statusOf(props.error)) {
    case 401:
    case 403:
      return (
        <Notice
          Icon={Lock}
          title={t('state.noPermissionTitle')}
          description={t('state.noPermissionDescription')}
        />
      );
    case 404:
      return (
        <Notice
          Icon={Search}
          title={t('state.notFoundTitle')}
          description={t('state.notFoundDescription')}
        />
      );
    default:
      return <RetryPanel {...props} />;
  }
}

/** Says that something could not be loaded and why, and offers to ask again. */
export function RetryPanel(props: {
  title: string;
  error: Error;
  onRetry: () => void;
}) {
  const { title, error, onRetry } = props;
  const { t } = useTranslationRef(innersourceTranslationRef);
  const errorText = useErrorText();
  const { cause } = error;
  return (
    <div role="alert">
      <Notice
        Icon={ErrorOutline}
        title={title}
        description={
          <>
            {errorText(error)}
            {!isUnanswered(error) && (
              <Typography variant="body2" color="textSecondary">
                {t('error.details')}{' '}
                <span lang="en">
                  {cause instanceof Error ? cause.message : error.message}
                </span>
              </Typography>
            )}
          </>
        }
      >
        <Button variant="outlined" onClick={() => onRetry()}>
          {t('state.retry')}
        </Button>
      </Notice>
    </div>
  );
}
