package org.millrace.web.approval;

import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/**
 * A document of a command that a policy asks approval for.
 *
 * @param policy the code of the policy
 * @param documentType the word for what kind of document it is
 * @param amount what it comes to, in the currency of the company
 * @param text why, as a sentence
 */
public record ApprovalNeed(
    CompanyCode company, String policy, String documentType, Money amount, String text) {}
