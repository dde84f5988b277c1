package org.millrace.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.outbox.Acting;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views of lists. What one may see of the rows is decided where the rows are asked for. */
@RestController
@RequestMapping("/api/companies/{company}/views")
class ViewsHttp {
  private static final String SHARES = "view.share";

  private final Views views;
  private final Companies companies;

  ViewsHttp(Views views, Companies companies) {
    this.views = views;
    this.companies = companies;
  }

  /** A view as it is saved; the page of one that is there stays. */
  record Saving(String page, String name, SavedView.Audience audience, Choices choices) {}

  /** With which view a list opens for who asks; with none where it is left out. */
  record Opening(String page, Optional<UUID> view) {}

  /** One's own views of a page and those shared with the company, by name. */
  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<SavedView> all(@PathVariable CompanyCode company, @RequestParam String page) {
    companies.named(company);
    return views.of(company, page, Acting.actor());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequiresPermission("view.write")
  ResponseEntity<SavedView> add(@PathVariable CompanyCode company, @RequestBody Saving saving) {
    companies.named(company);
    SavedView view =
        new SavedView(
            UUID.randomUUID(),
            saving.page(),
            saving.name(),
            Acting.actor(),
            saving.audience(),
            false,
            saving.choices(),
            new Version(1));
    requireSharing(company, view.audience());
    views.add(company, view);
    return Replies.created(view, view.version());
  }

  @PutMapping("/{id}")
  @RequiresPermission("view.write")
  ResponseEntity<SavedView> change(
      @PathVariable CompanyCode company,
      @PathVariable UUID id,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Saving saving) {
    SavedView before = changeable(company, id);
    if (saving.audience() != before.audience()) {
      requireSharing(company, SavedView.Audience.COMPANY);
    }
    expected.check("The view " + before.name(), before.version().number());
    SavedView next =
        new SavedView(
            id,
            before.page(),
            saving.name(),
            before.owner(),
            saving.audience(),
            before.isDefault(),
            saving.choices(),
            new Version(expected.number() + 1));
    views.put(company, next);
    return Replies.ok(next, next.version());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RequiresPermission("view.write")
  void remove(@PathVariable CompanyCode company, @PathVariable UUID id) {
    changeable(company, id);
    views.remove(company, id);
  }

  /** The list opens with this view for who asks. */
  @PutMapping("/opening")
  @RequiresPermission("view.write")
  List<SavedView> open(@PathVariable CompanyCode company, @RequestBody Opening opening) {
    companies.named(company);
    Optional<SavedView> view = opening.view().map(id -> seen(company, id));
    view.filter(found -> !found.page().equals(opening.page()))
        .ifPresent(
            found -> {
              throw Refused.conflict(
                  "The view %s is one of %s, not of %s."
                      .formatted(found.name(), found.page(), opening.page()));
            });
    views.open(company, opening.page(), Acting.actor(), opening.view());
    return views.of(company, opening.page(), Acting.actor());
  }

  private SavedView seen(CompanyCode company, UUID id) {
    companies.named(company);
    return views
        .named(company, id, Acting.actor())
        .filter(view -> view.isSeenBy(Acting.actor()))
        .orElseThrow(() -> Refused.notFound("There is no view %s of yours.".formatted(id)));
  }

  /** One that is the caller's own, or shared where the caller may share. */
  private SavedView changeable(CompanyCode company, UUID id) {
    SavedView view = seen(company, id);
    if (!view.owner().equals(Acting.actor())) {
      Caller.current().require(company, SHARES);
    }
    return view;
  }

  private static void requireSharing(CompanyCode company, SavedView.Audience audience) {
    if (audience == SavedView.Audience.COMPANY) {
      Caller.current().require(company, SHARES);
    }
  }
}
