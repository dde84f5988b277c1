/**
 * Reminders of what is overdue, level by level: a run proposes them, a person reviews it, then
 * customers get one each.
 *
 * <p>Read {@link org.millrace.settlement.reminder.RemindItems} first; which level an item is on is
 * in {@link org.millrace.settlement.reminder.ReminderLevels}.
 */
package org.millrace.settlement.reminder;
