package org.millrace.collaboration.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.collaboration.Subjects;
import org.millrace.shared.Caller;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is told, over all companies. */
@RestController
@RequestMapping("/api/inbox")
class InboxHttp {
  private static final int MOST = 100;

  private final Inbox inbox;
  private final Subjects subjects;

  InboxHttp(Inbox inbox, Subjects subjects) {
    this.inbox = inbox;
    this.subjects = subjects;
  }

  /** The latest messages of what may be read, the newest first, and how many are new. */
  record Answer(List<Inbox.Message> messages, long unseen, Optional<Instant> seenUntil) {}

  /** Up to when the messages were seen. */
  record Seen(Instant until) {}

  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  Answer latest() {
    String user = Caller.current().user();
    Optional<Instant> seen = inbox.seenUntil(user);
    List<Inbox.Message> messages =
        inbox.latest(user, MOST).stream()
            .filter(
                message -> subjects.mayRead(message.company(), message.kind(), message.number()))
            .toList();
    long unseen =
        messages.stream()
            .filter(message -> seen.isEmpty() || message.at().isAfter(seen.get()))
            .count();
    return new Answer(messages, unseen, seen);
  }

  @PutMapping("/seen")
  @RequiresPermission(RequiresPermission.LOGIN)
  Answer see(@RequestBody Seen seen) {
    inbox.see(Caller.current().user(), seen.until());
    return latest();
  }
}
