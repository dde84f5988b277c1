package org.millrace.planning.policy;

import java.util.Currency;
import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.item.ItemCode;
import org.millrace.party.Companies;
import org.millrace.planning.ItemPolicy;
import org.millrace.planning.verbs.PolicySetting;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/planning/item-policies")
class ItemPoliciesHttp {
  private final SetItemPolicy policies;
  private final ItemPoliciesJdbc stored;
  private final Companies companies;
  private final BusinessTime time;

  ItemPoliciesHttp(
      SetItemPolicy policies, ItemPoliciesJdbc stored, Companies companies, BusinessTime time) {
    this.policies = policies;
    this.stored = stored;
    this.companies = companies;
    this.time = time;
  }

  @PutMapping("/{item}")
  @RequiresPermission("planning.write")
  ResponseEntity<ItemPolicy> set(
      @PathVariable CompanyCode company,
      @PathVariable ItemCode item,
      @RequestHeader("If-Match") Optional<Version> expected,
      @RequestBody PolicySetting setting) {
    Currency currency = companies.named(company).currency();
    StoredPolicy now =
        policies.set(
            company,
            setting.policy(item, currency),
            expected,
            time.occurredAt(setting.occurredAt()));
    return Replies.ok(now.policy(), now.version());
  }

  @GetMapping("/{item}")
  @RequiresPermission("planning.read")
  ResponseEntity<ItemPolicy> policy(
      @PathVariable CompanyCode company, @PathVariable ItemCode item) {
    StoredPolicy now = policies.named(company, item);
    return Replies.ok(now.policy(), now.version());
  }

  @GetMapping
  @RequiresPermission("planning.read")
  @ListOf(ItemPolicy.class)
  ListAnswer<ItemPolicy> page(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return stored.page(company, ListRequest.of(query));
  }
}
