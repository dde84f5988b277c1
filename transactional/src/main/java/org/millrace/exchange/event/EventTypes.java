package org.millrace.exchange.event;

import java.util.List;
import java.util.regex.Pattern;
import org.millrace.shared.Problems;

/** Which events somebody asks for: types, or their beginnings with a star behind. */
public final class EventTypes {
  private static final Pattern TYPE = Pattern.compile("\\*|[a-z][a-z0-9.-]{0,98}\\*?");
  private static final int MOST = 50;

  private EventTypes() {}

  /** Refuses what is no type. */
  public static List<String> checked(List<String> types) {
    Problems problems = new Problems();
    problems.require(types.size() <= MOST, "types", types.size(), "at most " + MOST);
    for (String type : types) {
      problems.require(
          TYPE.matcher(type).matches(),
          "types",
          type,
          "a type such as sales.invoice-posted or sales.*");
    }
    problems.refuse("The events cannot be told");
    return types;
  }
}
