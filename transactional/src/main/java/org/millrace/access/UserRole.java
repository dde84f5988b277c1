package org.millrace.access;

/** What a user may do. */
enum UserRole {
  ADMIN,
  SALES,
  FINANCE,
  PLANNER,
  VIEWER
}
