package org.millrace.view;

import java.util.UUID;
import java.util.regex.Pattern;
import org.millrace.shared.Problems;
import org.millrace.shared.Version;

/**
 * A view of a list under a name. One's own is seen by oneself alone, a shared one by everybody of
 * the company; whoever made it changes it, a shared one also who may share.
 *
 * @param page the page of the list, such as {@code sales/order}
 * @param owner the user who made it
 * @param isDefault whether the list opens with it for the user who asks
 */
public record SavedView(
    UUID id,
    String page,
    String name,
    String owner,
    Audience audience,
    boolean isDefault,
    Choices choices,
    Version version) {
  private static final Pattern PAGE = Pattern.compile("[a-z][a-z-]{0,40}/[a-z][a-z-]{0,40}");
  private static final int LONGEST = 80;

  /** Who sees a view. */
  public enum Audience {
    OWNER,
    COMPANY
  }

  public SavedView {
    name = name.strip();
    new Problems()
        .require(PAGE.matcher(page).matches(), "page", page, "a page such as sales/order")
        .require(
            !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().noneMatch(Character::isISOControl),
            "name",
            name.substring(0, Math.min(name.length(), LONGEST)),
            "1 to " + LONGEST + " printable characters")
        .refuse("The view cannot be saved");
  }

  /** Whether the user may see it. */
  public boolean isSeenBy(String user) {
    return audience == Audience.COMPANY || owner.equals(user);
  }
}
