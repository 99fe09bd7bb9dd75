/** RoomLinks {bodyId own}: from a body's page to its rooms and, for who speaks for it, to its week. */
export const RoomLinks = ({ bodyId, own }: { bodyId: string; own: boolean }) => (
  <p className="small part-note">
    <a href={`/bodies/${bodyId}/venues`}>调解场所</a>
    {own && (
      <a className="each" href={`/schedule?body=${bodyId}`}>
        日程
      </a>
    )}
  </p>
)
