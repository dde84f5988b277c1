package org.millrace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.OutsideCommand;
import org.millrace.web.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The visitor's own API keys, for programs that act in the user's name. */
@RestController
@RequestMapping("/api/session/api-keys")
class ApiKeysHttp {
  private static final int LONGEST_LABEL = 100;
  private static final int LONGEST_DAYS = 366;

  private final TokensJdbc tokens;
  private final Clock clock;

  ApiKeysHttp(TokensJdbc tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Scopes are permissions; the key has those of them that its user has. */
  record NewKey(String label, Set<String> scopes, int days) {}

  /** The key itself is told in this answer only. */
  record MadeKey(UUID id, String key, Instant until) {}

  @GetMapping
  @RequiresPermission(RequiresPermission.LOGIN)
  List<TokensJdbc.ApiKey> all() {
    return tokens.apiKeys(VisitorsHttp.current().caller().user());
  }

  @PostMapping
  @OutsideCommand("The key is told once, so its answer must not be kept")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<MadeKey> make(@RequestBody NewKey asked) {
    Visitor visitor = person();
    Map<String, Set<String>> held = visitor.caller().permissions();
    Problems problems =
        new Problems()
            .require(
                !asked.label().isBlank() && asked.label().length() <= LONGEST_LABEL,
                "label",
                asked.label(),
                "1 to " + LONGEST_LABEL + " characters")
            .require(
                asked.days() >= 1 && asked.days() <= LONGEST_DAYS,
                "days",
                asked.days(),
                "1 to " + LONGEST_DAYS)
            .require(!asked.scopes().isEmpty(), "scopes", asked.scopes(), "at least one");
    for (String scope : asked.scopes()) {
      boolean has = held.values().stream().anyMatch(all -> all.contains(scope));
      problems.require(has, "scopes", scope, "a permission that you have");
    }
    problems.refuse("The key cannot be made");
    TokensJdbc.NewToken made =
        tokens.openApiKey(
            visitor.caller().user(),
            asked.label(),
            asked.scopes(),
            clock.instant().plus(Duration.ofDays(asked.days())));
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new MadeKey(made.id(), made.text(), made.expiresAt()));
  }

  @DeleteMapping("/{id}")
  @RequiresPermission(RequiresPermission.LOGIN)
  ResponseEntity<Void> revoke(@PathVariable UUID id) {
    Visitor visitor = person();
    boolean own =
        tokens.apiKeys(visitor.caller().user()).stream().anyMatch(key -> key.id().equals(id));
    if (!own) {
      throw Refused.notFound("You have no API key " + id);
    }
    tokens.end(id);
    return ResponseEntity.noContent().build();
  }

  private static Visitor person() {
    Visitor visitor = VisitorsHttp.current();
    if (visitor.token().scopes().isPresent()) {
      throw Refused.forbidden("An API key can neither make nor end keys; log in as a person");
    }
    return visitor;
  }
}
