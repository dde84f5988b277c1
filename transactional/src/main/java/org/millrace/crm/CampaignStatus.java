package org.millrace.crm;

import java.util.Locale;
import java.util.Set;
import org.millrace.shared.Refused;

/** Where a campaign stands; the acts that each state allows are declared here alone. */
public enum CampaignStatus {
  PLANNED(Act.START, Act.HOLD, Act.END),
  RUNNING(Act.HOLD, Act.END),
  HELD(Act.RESUME, Act.END),
  ENDED();

  /** What can be done with a campaign. */
  public enum Act {
    START("be started"),
    HOLD("be held"),
    RESUME("be resumed"),
    END("be ended");

    private final String words;

    Act(String words) {
      this.words = words;
    }
  }

  private final Set<Act> allowed;

  CampaignStatus(Act... allowed) {
    this.allowed = Set.of(allowed);
  }

  /**
   * Passes when the act is possible in this state.
   *
   * @throws Refused as conflict, naming the campaign and its state
   */
  public void require(Act act, CampaignCode campaign) {
    if (!allowed.contains(act)) {
      throw Refused.conflict(
          "Campaign %s cannot %s: it is %s."
              .formatted(campaign, act.words, name().toLowerCase(Locale.ROOT)));
    }
  }
}
