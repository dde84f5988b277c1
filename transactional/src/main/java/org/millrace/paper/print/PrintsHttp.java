package org.millrace.paper.print;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.millrace.party.Party.Language;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.shipment.PickList;
import org.millrace.sales.shipment.PickLists;
import org.millrace.shared.CompanyCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.FewAtOnce;
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
class PrintsHttp {
  /** Where the paper of a document is. */
  static final String PATH = "/api/companies/{company}/documents/{domain}/{type}/{number}/pdf";

  private static final int AT_ONCE = 4;

  private final PrintDocuments print;
  private final PickLists pickLists;
  private final BusinessTime time;

  PrintsHttp(PrintDocuments print, PickLists pickLists, BusinessTime time) {
    this.print = print;
    this.pickLists = pickLists;
    this.time = time;
  }

  /** A document as PDF, in the language of who gets it unless another is asked for. */
  @GetMapping(PATH)
  @FewAtOnce(AT_ONCE)
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<byte[]> pdf(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number,
      @RequestParam Optional<Language> language) {
    return file(number, print.print(company, domain + "/" + type, number, language));
  }

  /**
   * The pick list of an order as PDF, in the language of the company unless another is asked for.
   */
  @GetMapping("/api/companies/{company}/sales/dispatch/{order}/pick-list")
  @FewAtOnce(AT_ONCE)
  @RequiresPermission("sales.read")
  ResponseEntity<byte[]> pickList(
      @PathVariable CompanyCode company,
      @PathVariable OrderNumber order,
      @RequestParam Optional<Language> language) {
    PickList list = pickLists.of(company, order, time.occurredAt(Optional.empty()));
    return file(order.value(), print.print(company, list, language));
  }

  private static ResponseEntity<byte[]> file(String number, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(number + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(pdf);
  }
}
