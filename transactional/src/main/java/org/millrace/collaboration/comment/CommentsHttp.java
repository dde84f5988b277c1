package org.millrace.collaboration.comment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.collaboration.Subject;
import org.millrace.collaboration.Subjects;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/documents/{domain}/{type}/{number}/comments")
class CommentsHttp {
  private final Subjects subjects;
  private final Comments comments;
  private final BusinessTime time;

  CommentsHttp(Subjects subjects, Comments comments, BusinessTime time) {
    this.subjects = subjects;
    this.comments = comments;
    this.time = time;
  }

  /** What to write; {@code @name} mentions a user. */
  record Writing(String text) {}

  /** What was written, and the names in it after an {@code @} that no user has. */
  record Written(@JsonUnwrapped Comment comment, List<String> unknownMentions) {}

  /** The comments on a document, the oldest first. */
  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Comment> all(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    return comments.of(subjects.find(company, domain, type, number));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresPermission("collaboration.write")
  Written write(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @RequestBody Writing writing) {
    Subject subject = subjects.find(company, domain, type, number);
    Comment comment =
        Comment.written(Acting.actor(), writing.text(), time.occurredAt(Optional.empty()));
    comments.add(subject, comment);
    return new Written(comment, comments.unknown(comment.mentions()));
  }

  /** Takes an own comment back; it stays in its place without its text. */
  @DeleteMapping("/{id}")
  @RequiresPermission("collaboration.write")
  Comment withdraw(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @PathVariable UUID id) {
    Subject subject = subjects.find(company, domain, type, number);
    return comments
        .withdraw(subject, id, Acting.actor(), time.occurredAt(Optional.empty()))
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no comment %s of yours on %s %s."
                        .formatted(id, subject.kind(), number)));
  }
}
