package org.millrace.collaboration.follow;

import java.util.List;
import java.util.Optional;
import org.millrace.collaboration.Subject;
import org.millrace.collaboration.Subjects;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who follows a document; one follows for oneself alone. */
@RestController
@RequestMapping("/api/companies/{company}/documents/{domain}/{type}/{number}/followers")
class FollowHttp {
  private final Subjects subjects;
  private final Followers followers;
  private final BusinessTime time;

  FollowHttp(Subjects subjects, Followers followers, BusinessTime time) {
    this.subjects = subjects;
    this.followers = followers;
    this.time = time;
  }

  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Followers.Follower> all(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    return followers.of(subjects.find(company, domain, type, number));
  }

  /** Follows the document from now on. */
  @PutMapping("/me")
  @RequiresPermission("collaboration.write")
  List<Followers.Follower> follow(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    Subject subject = subjects.find(company, domain, type, number);
    followers.add(subject, Acting.actor(), time.occurredAt(Optional.empty()));
    return followers.of(subject);
  }

  /** Follows it no longer. */
  @DeleteMapping("/me")
  @RequiresPermission("collaboration.write")
  List<Followers.Follower> leave(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    Subject subject = subjects.find(company, domain, type, number);
    followers.remove(subject, Acting.actor());
    return followers.of(subject);
  }
}
