import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cardLinks } from '#app/domain/help/cards/show.server'
import { helpGroups } from '#app/domain/help/help'
import { pageLoader } from '#app/http/handlers.server'
import { ButtonLink } from '#ui/buttons'
import { HelpIndex } from '#ui/help'
import { PageHead } from '#ui/page'
import { OfficePage } from '../http/shell'

export const meta: MetaFunction = () => [{ title: '帮助·一站解纷' }]

/** Every page's five lines, and the card of every post, one's own first. */
export const loader = pageLoader(({ actor }) => Promise.resolve({ groups: helpGroups, cards: cardLinks(actor) }))

export default function HelpPage() {
  const { groups, cards } = useLoaderData<typeof loader>()
  return (
    <OfficePage width="narrow">
      <PageHead title="帮助" note="每一页右上角的“怎么办”，都在这里" />
      <section>
        <h2>岗位卡片</h2>
        <p className="quiet">两页 A4，打印出来放在桌上。</p>
        <ul className="help-cards">
          {cards.map(({ role, label, own }) => (
            <li key={role}>
              <ButtonLink href={`/help/cards/${role}`} {...(own && { weight: 'main' as const })}>
                {label}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </section>
      <HelpIndex groups={groups} />
    </OfficePage>
  )
}
