package org.millrace.ledger.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
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

@RestController
@RequestMapping("/api/companies/{company}/ledger")
class EntriesHttp {
  private final ManualEntries manual;
  private final Entries entries;

  EntriesHttp(ManualEntries manual, Entries entries) {
    this.manual = manual;
    this.entries = entries;
  }

  @GetMapping("/accounts")
  @RequiresPermission("ledger.read")
  List<Account> accounts() {
    return entries.chart().values().stream().sorted(Comparator.comparing(Account::code)).toList();
  }

  @GetMapping("/entries")
  @RequiresPermission("ledger.read")
  Page<Entries.Entry> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    return entries.list(company, new PageRequest(search, page));
  }

  @GetMapping("/entries/{number}")
  @RequiresPermission("ledger.read")
  ResponseEntity<Entries.Entry> one(@PathVariable CompanyCode company, @PathVariable long number) {
    return Replies.ok(manual.named(company, number), new Version(1));
  }

  @PostMapping("/entries")
  @RequiresPermission("ledger.post")
  ResponseEntity<Entries.Entry> post(
      @PathVariable CompanyCode company, @RequestBody ManualEntries.Manual entry) {
    return Replies.created(manual.post(company, entry), new Version(1));
  }

  @PostMapping("/entries/{number}/reverse")
  @RequiresPermission("ledger.post")
  ResponseEntity<Entries.Entry> reverse(
      @PathVariable CompanyCode company,
      @PathVariable long number,
      @RequestBody ManualEntries.Reversal reversal) {
    return Replies.created(manual.reverse(company, number, reversal), new Version(1));
  }
}
