package org.millrace.scenario;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreLogin;
import org.millrace.client.CorePatience;
import org.millrace.scenario.act.Vocabulary;
import org.millrace.scenario.bank.BankCase;

/** Acts cases against a running core, each in a company of its own. */
public final class Runner {
  private static final CorePatience PATIENCE = CorePatience.stubborn(Duration.ofSeconds(60));
  private static final Set<String> REFUSED = Set.of("refused", "blocked", "refusedOrFlagged");

  private final CoreClient core;
  private final String run;
  private int companies;

  private Runner(CoreClient core, String run) {
    this.core = core;
    this.run = run;
  }

  /**
   * Acts on the core at that address as a user who may do everything.
   *
   * @param run what the codes of the companies begin with; new each time
   */
  public static Runner at(URI core, String user, String password, String run) {
    CoreLogin login = new CoreLogin(user, password);
    return new Runner(new CoreClient(core, login, PATIENCE).loggedIn(), run);
  }

  /** Acts one case and compares. */
  public Outcome act(Scenario scenario) {
    companies++;
    String company = run + "-" + companies;
    try {
      return new Outcome(scenario, company, differences(scenario, company), Optional.empty());
    } catch (UnknownWord | BadScenario | CoreRefused stopped) {
      return new Outcome(
          scenario, company, List.of(), Optional.of(String.valueOf(stopped.getMessage())));
    }
  }

  private List<Difference> differences(Scenario scenario, String company) {
    if (BankCase.isOf(scenario.rule())) {
      String currency = scenario.given().path("currency").asText();
      Map<String, Object> terms =
          Map.of("code", company, "name", scenario.id(), "currency", currency, "timeZone", "UTC");
      return BankCase.differences(scenario, Books.open(core, company, terms));
    }
    Terms terms = Terms.of(scenario);
    scenario.steps().forEach(Vocabulary::of); // before anything is sent
    Books books = Books.open(core, company, terms.company(company, scenario.id()));
    World world = new World(books, terms, scenario.steps());
    List<Snapshot> after = new ArrayList<>();
    List<Difference> refusals = new ArrayList<>();
    for (Fields step : scenario.steps()) {
      world.next();
      perform(world, step).ifPresent(refusals::add);
      after.add(Snapshot.of(world));
    }
    refusals.addAll(new Expectations(world).compare(scenario.expected(), after));
    return refusals;
  }

  /** A step may say that the act is refused; then it is a difference when it is done. */
  private static Optional<Difference> perform(World world, Fields step) {
    Optional<String> status = step.findText("status");
    status
        .filter(word -> !REFUSED.contains(word))
        .ifPresent(
            word -> {
              throw new UnknownWord(step.where() + ", status", word);
            });
    try {
      Vocabulary.of(step).perform(world, step);
      step.refuseUnread();
      return status.map(word -> new Difference(step.where(), word, "done"));
    } catch (CoreRefused refused) {
      if (status.isEmpty()) {
        throw refused;
      }
      return Optional.empty();
    }
  }
}
