import { ApiError, type ApiRequest, type Route, requireText } from './route.ts'

export const dispatchRoutes: readonly Route[] = [
  { method: 'POST', path: '/dispatches', permissions: ['contents'], level: 'write', answer: dispatch },
]

/** A payload has ten keys at most. https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
const mostKeys = 10

async function dispatch({ services, repository, token, body }: ApiRequest) {
  const type = requireText(body, 'event_type')
  const payload = (body.client_payload ?? {}) as object
  if (Object.keys(payload).length > mostKeys)
    throw new ApiError(422, 'No more than 10 properties are allowed in client_payload.')
  await services.sendRepositoryEvent(repository, type, payload, token?.login ?? '')
  return { status: 204, body: undefined }
}
