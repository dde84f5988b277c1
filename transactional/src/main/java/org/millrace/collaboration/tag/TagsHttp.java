package org.millrace.collaboration.tag;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.collaboration.Subject;
import org.millrace.collaboration.Subjects;
import org.millrace.document.tag.Tags;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The tags of documents; lists are narrowed to a tag by {@code tag=urgent}. */
@RestController
class TagsHttp {
  private static final int MOST = 20;
  private static final int LONGEST = 40;
  private static final String OF_DOCUMENT =
      "/api/companies/{company}/documents/{domain}/{type}/{number}/tags";

  private final Subjects subjects;
  private final Tags tags;

  TagsHttp(Subjects subjects, Tags tags) {
    this.subjects = subjects;
    this.tags = tags;
  }

  /** The tags of a document as they are to be. */
  record Tagging(List<String> tags) {}

  @GetMapping(OF_DOCUMENT)
  @RequiresPermission(RequiresPermission.LOGIN)
  Set<String> of(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    return tags.of(subjects.find(company, domain, type, number).tagged());
  }

  @PutMapping(OF_DOCUMENT)
  @RequiresPermission("collaboration.write")
  Set<String> set(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @RequestBody Tagging tagging) {
    Subject subject = subjects.find(company, domain, type, number);
    Set<String> wanted = new TreeSet<>();
    tagging.tags().forEach(tag -> wanted.add(Code.checked("tags", "tag", tag, LONGEST)));
    new Problems()
        .require(wanted.size() <= MOST, "tags", wanted.size(), "at most " + MOST)
        .refuse("The tags cannot be set");
    tags.set(subject.tagged(), wanted);
    return wanted;
  }

  /** The tags in use on documents of a kind, those of most documents first. */
  @GetMapping("/api/companies/{company}/tags/{domain}/{type}")
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Tags.Used> used(
      @PathVariable CompanyCode company, @PathVariable String domain, @PathVariable String type) {
    return tags.used(company, subjects.kind(company, domain, type));
  }
}
