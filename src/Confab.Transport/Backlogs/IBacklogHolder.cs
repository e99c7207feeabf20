namespace Confab.Transport.Backlogs;

/// <summary>Somebody whose bytes wait, and who may have to give them up.</summary>
internal interface IBacklogHolder
{
    /// <summary>Its share of the budget went to others: gives it up, unless it is given up or sent already.</summary>
    /// <param name="account">What held the share.</param>
    void GiveUpForOthers(BacklogAccount account);
}
