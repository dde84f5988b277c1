package org.millrace.paper.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.millrace.collaboration.Subjects;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.Mail;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Refused;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mails of a company. */
@RestController
@RequiresPermission("paper.read")
@RequestMapping("/api/companies/{company}/paper/mails")
class MailsHttp extends DocumentEndpoints<Mail, DocumentNumber> {
  private final SendByMail send;
  private final MailQueue queue;
  private final Subjects subjects;
  private final BusinessTime time;

  MailsHttp(
      Documents<Mail> mails,
      DocumentHistory history,
      SendByMail send,
      MailQueue queue,
      Subjects subjects,
      BusinessTime time) {
    super(mails, history);
    this.send = send;
    this.queue = queue;
    this.subjects = subjects;
    this.time = time;
  }

  /** Nothing more is to be said. */
  record Nothing() {}

  /** Hands the mail to the mail server at once, once more. */
  @PostMapping("/{number}/retry")
  @RequiresPermission("paper.send")
  ResponseEntity<DocumentAnswer<Mail>> retry(Versioned<Mail> before, @RequestBody Nothing asked) {
    return ok(send.retry(before, time.occurredAt(java.util.Optional.empty())));
  }

  /** The mail goes to nobody. */
  @PostMapping("/{number}/cancel")
  @RequiresPermission("paper.send")
  ResponseEntity<DocumentAnswer<Mail>> cancel(Versioned<Mail> before, @RequestBody Nothing asked) {
    return ok(send.cancel(before, time.occurredAt(java.util.Optional.empty())));
  }

  /** A file as it was sent, for who may read the document itself. */
  @GetMapping("/{number}/files/{line}")
  @RequiresPermission.OrSomeRows
  ResponseEntity<byte[]> file(
      @PathVariable CompanyCode company,
      @PathVariable DocumentNumber number,
      @PathVariable int line) {
    Mail mail = documents().named(company, number).document();
    DocumentRef of = mail.document();
    subjects.find(company, of.domain(), of.type(), of.number());
    List<byte[]> files = queue.files(new MailQueue.Waiting(company, number));
    Mail.File file =
        mail.files().stream()
            .filter(one -> one.line() == line)
            .findFirst()
            .orElseThrow(
                () ->
                    Refused.notFound(
                        "Mail %s has no file %d. Look at its list of files."
                            .formatted(number, line)));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(files.get(line - 1));
  }
}
