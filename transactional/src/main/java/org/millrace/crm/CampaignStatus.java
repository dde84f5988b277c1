package org.millrace.crm;

import java.util.Set;
import org.millrace.document.DocumentAct;
import org.millrace.document.DocumentState;

/** Where a campaign stands; the acts that each state allows are declared here alone. */
public enum CampaignStatus implements DocumentState<CampaignStatus.Act> {
  PLANNED(Act.START, Act.HOLD, Act.END),
  RUNNING(Act.HOLD, Act.END),
  HELD(Act.RESUME, Act.END),
  ENDED;

  /** What can be done with a campaign. */
  public enum Act implements DocumentAct {
    START("be started"),
    HOLD("be held"),
    RESUME("be resumed"),
    END("be ended");

    private final String words;

    Act(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  private final Set<Act> allowed;

  CampaignStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  @Override
  public boolean allows(Act act) {
    return allowed.contains(act);
  }

  @Override
  public String instead() {
    return this == ENDED ? "Plan a new one." : "Its steps tell what it can.";
  }
}
