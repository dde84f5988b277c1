package org.millrace.collaboration.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.collaboration.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AttachmentsJdbc implements Attachments {
  private static final String OF_DOCUMENT =
      " where a.company = ? and a.kind = ? and a.number = ? and a.removed_at is null";

  private final JdbcClient jdbc;

  AttachmentsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Attachment add(Subject subject, AttachedFile file, String by, Instant now) {
    Attachment added =
        new Attachment(
            UUID.randomUUID(),
            file.name(),
            file.mediaType(),
            file.bytes().length,
            file.sha256(),
            by,
            now);
    jdbc.sql(
            """
            insert into collaboration.content(sha256, media_type, bytes) values (?, ?, ?)
            on conflict (sha256) do nothing
            """)
        .params(added.sha256(), added.mediaType(), file.bytes())
        .update();
    jdbc.sql(
            """
            insert into collaboration.attachment(id, company, kind, number, name, sha256,
              size_bytes, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            added.id(),
            subject.company().value(),
            subject.kind(),
            subject.number(),
            added.name(),
            added.sha256(),
            added.size(),
            by,
            now.atOffset(ZoneOffset.UTC))
        .update();
    return added;
  }

  @Override
  public List<Attachment> of(Subject subject) {
    return jdbc.sql(
            "select a.*, c.media_type from collaboration.attachment a"
                + " join collaboration.content c using (sha256)"
                + OF_DOCUMENT
                + " order by a.added_at, a.id")
        .params(subject.company().value(), subject.kind(), subject.number())
        .query(AttachmentsJdbc::attachment)
        .list();
  }

  private static Attachment attachment(ResultSet row, int index) throws SQLException {
    return new Attachment(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size_bytes"),
        row.getString("sha256"),
        row.getString("added_by"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Optional<AttachedFile> file(Subject subject, UUID id) {
    return jdbc.sql(
            "select a.name, c.media_type, c.bytes from collaboration.attachment a"
                + " join collaboration.content c using (sha256)"
                + OF_DOCUMENT
                + " and a.id = ?")
        .params(subject.company().value(), subject.kind(), subject.number(), id)
        .query(
            (row, i) ->
                new AttachedFile(
                    row.getString("name"), row.getString("media_type"), row.getBytes("bytes")))
        .optional();
  }

  @Override
  public void remove(Subject subject, UUID id, String by, Instant now) {
    jdbc.sql(
            "update collaboration.attachment a set removed_by = ?, removed_at = ?"
                + OF_DOCUMENT
                + " and a.id = ?")
        .params(
            by,
            now.atOffset(ZoneOffset.UTC),
            subject.company().value(),
            subject.kind(),
            subject.number(),
            id)
        .update();
  }
}
