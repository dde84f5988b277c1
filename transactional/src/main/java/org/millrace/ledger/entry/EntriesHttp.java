package org.millrace.ledger.entry;

import java.util.List;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.together.RecordsMany;
import org.millrace.ledger.NewEntry;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("ledger.read")
@RequestMapping("/api/companies/{company}/ledger/entries")
class EntriesHttp extends DocumentEndpoints<Entry, DocumentNumber>
    implements RecordsMany<ManualEntries.Manual, NewEntry> {
  private final ManualEntries manual;

  EntriesHttp(Documents<Entry> journal, DocumentHistory history, ManualEntries manual) {
    super(journal, history);
    this.manual = manual;
  }

  @PostMapping
  @RequiresPermission("ledger.post")
  ResponseEntity<DocumentAnswer<Entry>> post(
      @PathVariable CompanyCode company, @RequestBody ManualEntries.Manual entry) {
    return created(manual.post(company, entry));
  }

  @Override
  public NewEntry prepared(CompanyCode company, ManualEntries.Manual asked) {
    return manual.entry(company, asked);
  }

  @Override
  public List<String> carryOut(CompanyCode company, List<NewEntry> prepared) {
    return manual.post(company, prepared);
  }

  /** An entry has no later version that somebody could have missed: none is named. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("ledger.post")
  ResponseEntity<DocumentAnswer<Entry>> reverse(
      @PathVariable CompanyCode company,
      @PathVariable long number,
      @RequestBody ManualEntries.Reversal reversal) {
    return created(manual.reverse(company, number, reversal));
  }
}
