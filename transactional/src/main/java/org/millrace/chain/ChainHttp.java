package org.millrace.chain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.millrace.chain.LinkedDocument.Name;
import org.millrace.ledger.Ledger;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hangs together with a document, as far as the caller may see it. */
@RestController
@RequestMapping("/api/companies/{company}/documents")
class ChainHttp {
  private static final int LATEST = 20;
  private static final String ENTRY = "ledger/journal-entry";

  private final Companies companies;
  private final LinkedKinds kinds;
  private final FollowLinks follow;
  private final FindDocuments find;
  private final LatestDocuments latest;
  private final Ledger ledger;

  ChainHttp(
      Companies companies,
      LinkedKinds kinds,
      FollowLinks follow,
      FindDocuments find,
      LatestDocuments latest,
      Ledger ledger) {
    this.companies = companies;
    this.kinds = kinds;
    this.follow = follow;
    this.find = find;
    this.latest = latest;
    this.ledger = ledger;
  }

  /** The chain of a document; each kind needs the permission that reads its domain. */
  @GetMapping("/{domain}/{type}/{number}/links")
  @RequiresPermission(RequiresPermission.LOGIN)
  Chain links(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String type,
      @PathVariable String number) {
    LinkedKind kind = kind(domain + "/" + type);
    Caller caller = Caller.current();
    caller.requireSome(company, kind.readPermission());
    Company of = companies.named(company);
    Name start = new Name(kind.name(), number);
    Predicate<LinkedKind> seen =
        other -> caller.maySeeSome(company.value(), other.readPermission());
    FollowLinks.Found found = follow.from(of, start, seen);
    if (found.documents().isEmpty()) {
      throw Refused.notFound(
          "There is no %s %s in company %s.".formatted(kind.name(), number, company));
    }
    return chain(company, found);
  }

  /** A document that was found. */
  record Hit(String kind, String number, @JsonUnwrapped LinkedDocument.Content content) {
    static Hit of(LinkedDocument document) {
      return new Hit(document.name().kind(), document.name().number(), document.content());
    }
  }

  /**
   * The documents that a text finds: by number, also the last digits of one, by the code or name of
   * the partner, by amount; of each kind some. Or the latest of one partner ({@code party}), at
   * most {@code size} (20 when not said, up to 100), the newest first. Both of those kinds that the
   * caller may read.
   */
  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<Hit> search(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam Optional<String> party,
      @RequestParam Optional<Integer> size) {
    new Problems()
        .require(search.isPresent() != party.isPresent(), "search", "", "either this or 'party'")
        .require(party.isPresent() || size.isEmpty(), "size", "", "only with 'party'")
        .refuse("It is not said what to look for");
    Caller caller = Caller.current();
    Predicate<LinkedKind> seen = kind -> caller.maySeeSome(company.value(), kind.readPermission());
    Company of = companies.named(company);
    List<LinkedDocument> found =
        search
            .map(text -> find.by(of, text, seen))
            .orElseGet(() -> latest.of(of, party.orElseThrow(), size.orElse(LATEST), seen));
    return found.stream().map(Hit::of).toList();
  }

  private LinkedKind kind(String name) {
    return kinds
        .named(name)
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There are no documents '%s'. There are %s."
                        .formatted(name, kinds.byName().keySet())));
  }

  private Chain chain(CompanyCode company, FollowLinks.Found found) {
    Map<Name, Integer> stages = found.stages();
    List<Chain.Member> members =
        found.documents().stream()
            .map(document -> member(document, Objects.requireNonNull(stages.get(document.name()))))
            .sorted(
                Comparator.comparingInt(Chain.Member::stage)
                    .thenComparing(Chain.Member::kind)
                    .thenComparing(Chain.Member::number))
            .toList();
    List<Chain.Link> links =
        found.links().stream()
            .map(
                link ->
                    new Chain.Link(
                        link.later().kind(),
                        link.later().number(),
                        link.earlier().kind(),
                        link.earlier().number()))
            .toList();
    return new Chain(members, links, entries(company, found), found.isComplete());
  }

  private static Chain.Member member(LinkedDocument document, int stage) {
    return new Chain.Member(
        document.name().kind(), document.name().number(), stage, document.content());
  }

  private List<Chain.Entry> entries(CompanyCode company, FollowLinks.Found found) {
    Map<Long, Name> sources =
        found.links().stream()
            .filter(link -> link.later().kind().equals(ENTRY))
            .filter(link -> !link.earlier().kind().equals(ENTRY))
            .collect(
                Collectors.toMap(
                    link -> Long.valueOf(link.later().number()), FollowLinks.Follows::earlier));
    found.documents().stream()
        .map(LinkedDocument::name)
        .filter(name -> name.kind().equals(ENTRY))
        .forEach(name -> sources.putIfAbsent(Long.valueOf(name.number()), name));
    List<Chain.Entry> entries = new ArrayList<>();
    ledger
        .entries(company, sources.keySet())
        .forEach(
            entry -> {
              Name source = Objects.requireNonNull(sources.get(entry.number()));
              entries.add(new Chain.Entry(source.kind(), source.number(), entry));
            });
    return entries;
  }
}
