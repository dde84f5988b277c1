package org.millrace.crm;

import org.millrace.shared.Code;

/** Names a campaign within a company. */
public record CampaignCode(String value) implements Code {
  public CampaignCode {
    value = Code.checked("campaign code", value, 40);
  }

  @Override
  public String toString() {
    return value;
  }
}
