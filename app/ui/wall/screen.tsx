import { WallBoard, type BoardWords } from './board'

export type WallWords = BoardWords & { centre: string; day: string; at: string; said: string }

/**
 * WallScreen {wall demo}: the whole screen of the centre's wall; a bar with the clock, the board below. app/browser/wall.js keeps
 * it up to date by what carries `data-wall`; without script the page is read anew each minute.
 */
export const WallScreen = ({ wall, demo }: { wall: WallWords; demo: boolean }) => (
  <div className="wall">
    <noscript>
      <meta httpEquiv="refresh" content="60" />
    </noscript>
    <header>
      <h1>{wall.centre}</h1>
      {demo && <span className="made-up">演示，人和事都是编的</span>}
      <p className="clock num">
        <span data-wall="day">{wall.day}</span> <span data-wall="clock">{wall.at}</span>
        <span data-wall="state" role="status">
          {wall.at} 更新
        </span>
        <a href="/sign-in?to=/wall" data-wall="again" hidden>
          重新登录
        </a>
        <a href="/">我的待办</a>
      </p>
    </header>
    <p className="unseen" data-wall="said" role="status">
      {wall.said}
    </p>
    <main id="main" data-wall="board">
      <WallBoard board={wall} />
    </main>
  </div>
)
