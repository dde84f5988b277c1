package org.millrace.deploy.alert;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One mail when something went wrong and stayed so for a minute, one when it is over, and none in
 * between. What a mail server does not take is sent at the next look.
 */
public final class Alerts {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String instance;
  private final Post post;
  private final Clock clock;
  private final Map<String, Trouble> troubles = new TreeMap<>();

  private record Trouble(Instant since, String words, boolean isTold) {}

  /** Takes a mail or throws. */
  public interface Post {
    void send(String subject, String text) throws PostRefused;
  }

  public Alerts(String instance, Post post, Clock clock) {
    this.instance = instance;
    this.post = post;
    this.clock = clock;
  }

  /** Compares what is wrong now, in words by subject, with what was wrong before. */
  public void look(Map<String, String> wrong) throws PostRefused {
    Instant now = clock.instant();
    wrong.forEach(
        (subject, words) ->
            troubles.merge(
                subject,
                new Trouble(now, words, false),
                (before, fresh) -> new Trouble(before.since(), words, before.isTold())));
    troubles
        .entrySet()
        .removeIf(each -> !each.getValue().isTold() && !wrong.containsKey(each.getKey()));
    List<String> begun =
        subjects(
            each ->
                !each.getValue().isTold() && !now.isBefore(each.getValue().since().plus(PATIENCE)));
    List<String> over = subjects(each -> !wrong.containsKey(each.getKey()));
    if (begun.isEmpty() && over.isEmpty()) {
      return;
    }
    post.send(subject(begun, over), text(begun, over));
    over.forEach(troubles::remove);
    begun.forEach(
        each -> troubles.computeIfPresent(each, (k, t) -> new Trouble(t.since(), t.words(), true)));
  }

  private List<String> subjects(java.util.function.Predicate<Map.Entry<String, Trouble>> which) {
    return troubles.entrySet().stream().filter(which).map(Map.Entry::getKey).toList();
  }

  private String subject(List<String> begun, List<String> over) {
    return begun.isEmpty()
        ? "[millrace] over: " + String.join(", ", over)
        : "[millrace] " + String.join(", ", begun);
  }

  private String text(List<String> begun, List<String> over) {
    List<String> lines = new ArrayList<>(List.of("Instance " + instance, ""));
    begun.forEach(
        each -> {
          Trouble trouble = requireNonNull(troubles.get(each));
          lines.add("%s, since %s: %s".formatted(each, trouble.since(), trouble.words()));
        });
    over.forEach(each -> lines.add(each + ": over"));
    lines.addAll(List.of("", "See ./millrace status and ./millrace logs PART."));
    return String.join("\n", lines) + "\n";
  }
}
