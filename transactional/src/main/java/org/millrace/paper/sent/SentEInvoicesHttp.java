package org.millrace.paper.sent;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.millrace.paper.sent.SendEInvoice.Form;
import org.millrace.paper.sent.SendEInvoice.Usage;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SentEInvoicesHttp {
  private final SendEInvoice send;

  SentEInvoicesHttp(SendEInvoice send) {
    this.send = send;
  }

  /**
   * An invoice or credit note as a file of UBL or CII, or as a PDF with one of CII inside
   * (Factur-X), by the rules of XRechnung or of EN 16931 alone. The reference is the one that the
   * buyer asks for (BT-10), such as a Leitweg-ID.
   */
  @GetMapping("/api/companies/{company}/sales/invoices/{number}/e-invoice")
  @RequiresPermission("sales.read")
  ResponseEntity<byte[]> file(
      @PathVariable CompanyCode company,
      @PathVariable InvoiceNumber number,
      @RequestParam Optional<Form> syntax,
      @RequestParam Optional<Usage> usage,
      @RequestParam Optional<String> buyerReference) {
    Form form = syntax.orElse(Form.UBL);
    boolean isPdf = form == Form.FACTUR_X;
    byte[] file = send.file(company, number, form, usage.orElse(Usage.EN_16931), buyerReference);
    return ResponseEntity.ok()
        .contentType(isPdf ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_XML)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(number.value() + (isPdf ? ".pdf" : ".xml"), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(file);
  }
}
