import type { Response } from 'express'

/** A sentence on a page of its own, for what is refused before the pages are asked. `text` is ours, never the caller's. */
export function refuse(response: Response, status: number, text: string) {
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>一站解纷</title></head>
<body><main><h1>没有办理</h1><p role="alert">${text}</p><p><a href="/">回到首页</a></p></main></body></html>`
  response.status(status).type('html').send(page)
}
