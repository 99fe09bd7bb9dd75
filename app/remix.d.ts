import '@remix-run/node'

declare module '@remix-run/node' {
  /** Single fetch: loaders' types keep dates and bigints as they are. */
  interface Future {
    v3_singleFetch: true
  }

  /** What the edge knows of a request before any route does. */
  interface AppLoadContext {
    /** Allows our script on this page, and no other. */
    nonce: string
    /** Also in the X-Request-Id header and on every line of the log. */
    requestId: string
    /** The caller's, for limits on failures. */
    address: string
  }
}
