import { redirect } from '@remix-run/node'
import { pageLoader } from '#app/http/handlers.server'

/** 本岗位的卡片: that of the first post; whoever has none finds all of them. */
export const loader = pageLoader(({ actor }) => {
  const [post] = actor.posts
  throw redirect(post ? `/help/cards/${post.role}` : '/help')
})
