package org.millrace.view;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.shared.CompanyCode;

/** The saved views of all lists, and with which of them a list opens for whom. */
interface Views {
  /** Those that the user may see, by name; the default is marked for this user. */
  List<SavedView> of(CompanyCode company, String page, String user);

  /** A view of the company, whoever may see it. */
  Optional<SavedView> named(CompanyCode company, UUID id, String user);

  /** Stores a new view; refuses a name that the owner has given to another one of the page. */
  void add(CompanyCode company, SavedView view);

  /** Stores the next version; refuses as stale when somebody else stored it first. */
  void put(CompanyCode company, SavedView next);

  void remove(CompanyCode company, UUID id);

  /** The list opens with the view for the user from now on; with none where it is empty. */
  void open(CompanyCode company, String page, String user, Optional<UUID> view);
}
