package org.millrace.collaboration.attachment;

import java.util.Optional;
import org.millrace.collaboration.KeepFiles;
import org.millrace.collaboration.Subject;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.EventHead;
import org.millrace.web.BusinessTime;
import org.springframework.stereotype.Component;

@Component
class KeepFilesJdbc implements KeepFiles {
  private final Attachments attachments;
  private final BusinessTime time;

  KeepFilesJdbc(Attachments attachments, BusinessTime time) {
    this.attachments = attachments;
    this.time = time;
  }

  @Override
  public void keep(CompanyCode company, DocumentRef document, String name, byte[] file) {
    attachments.add(
        subject(company, document),
        AttachedFile.of(name, file),
        Acting.actor(),
        time.occurredAt(Optional.empty()));
  }

  @Override
  public Optional<byte[]> kept(CompanyCode company, DocumentRef document, String name) {
    Subject subject = subject(company, document);
    return attachments.of(subject).stream()
        .filter(one -> one.name().equals(name))
        .reduce((earlier, later) -> later)
        .flatMap(one -> attachments.file(subject, one.id()))
        .map(AttachedFile::bytes);
  }

  private static Subject subject(CompanyCode company, DocumentRef document) {
    return new Subject(
        company,
        document.domain() + "/" + document.type(),
        document.number(),
        EventHead.aggregateId(document.type(), company, document.number()));
  }
}
