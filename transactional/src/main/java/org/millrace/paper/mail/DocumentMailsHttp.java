package org.millrace.paper.mail;

import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.Versioned;
import org.millrace.paper.Mail;
import org.millrace.party.Party.Language;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.web.BusinessTime;
import org.millrace.web.FewAtOnce;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends a document of any kind that is printed, for who may read it. */
@RestController
@RequestMapping("/api/companies/{company}/documents/{domain}/{type}/{number}/mails")
class DocumentMailsHttp {
  private static final int AT_ONCE = 4;

  private final SendByMail send;
  private final WriteMail write;
  private final BusinessTime time;

  DocumentMailsHttp(SendByMail send, WriteMail write, BusinessTime time) {
    this.send = send;
    this.write = write;
    this.time = time;
  }

  /** The mail as it would be sent: sender, recipients, subject and text in the party's language. */
  @GetMapping("/proposal")
  @RequiresPermission("paper.send")
  WriteMail.Proposal proposal(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @RequestParam Optional<Language> language) {
    return write.proposal(company, new DocumentRef(domain, type, number), language);
  }

  /** Sends the document as PDF, with what is asked otherwise than proposed. */
  @PostMapping
  @FewAtOnce(AT_ONCE)
  @RequiresPermission("paper.send")
  ResponseEntity<DocumentAnswer<Mail>> send(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @RequestBody WriteMail.Asked asked) {
    Versioned<Mail> made =
        send.send(
            company,
            new DocumentRef(domain, type, number),
            asked,
            time.occurredAt(Optional.empty()));
    return Replies.created(
        new DocumentAnswer<>(
            made.document(), made.version(), Mail.KIND.steps(made.document()), Optional.empty()),
        made.version());
  }
}
