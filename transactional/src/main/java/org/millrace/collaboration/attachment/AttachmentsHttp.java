package org.millrace.collaboration.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.collaboration.Subject;
import org.millrace.collaboration.Subjects;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.FewAtOnce;
import org.millrace.web.LargestBody;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/documents/{domain}/{type}/{number}/attachments")
class AttachmentsHttp {
  private static final int AT_ONCE = 4;

  private final Subjects subjects;
  private final Attachments attachments;
  private final BusinessTime time;

  AttachmentsHttp(Subjects subjects, Attachments attachments, BusinessTime time) {
    this.subjects = subjects;
    this.attachments = attachments;
    this.time = time;
  }

  /** The files of a document, the oldest first. */
  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Attachment> all(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    return attachments.of(subjects.find(company, domain, type, number));
  }

  /** Attaches the body under that name. */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @LargestBody(AttachedFile.LARGEST)
  @FewAtOnce(AT_ONCE)
  @RequiresPermission("collaboration.write")
  Attachment add(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @RequestParam String name,
      @RequestBody byte[] file) {
    Subject subject = subjects.find(company, domain, type, number);
    return attachments.add(
        subject, AttachedFile.of(name, file), Acting.actor(), time.occurredAt(Optional.empty()));
  }

  /** The file itself, always to be saved and never shown by the browser in our name. */
  @GetMapping("/{id}")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<byte[]> one(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @PathVariable UUID id) {
    AttachedFile file =
        attachments
            .file(subjects.find(company, domain, type, number), id)
            .orElseThrow(() -> none(id, number));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file.bytes());
  }

  @DeleteMapping("/{id}")
  @RequiresPermission("collaboration.write")
  List<Attachment> remove(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @PathVariable UUID id) {
    Subject subject = subjects.find(company, domain, type, number);
    if (attachments.of(subject).stream().noneMatch(one -> one.id().equals(id))) {
      throw none(id, number);
    }
    attachments.remove(subject, id, Acting.actor(), time.occurredAt(Optional.empty()));
    return attachments.of(subject);
  }

  private static Refused none(UUID id, String number) {
    return Refused.notFound("There is no file %s on %s. Look at its list.".formatted(id, number));
  }
}
