using CohortBot.Courses;

namespace CohortBot.Advisors.Cards;

/// <summary>Which of a lab's branches a member is on, read from their words so far by the rules of the card's choices.</summary>
internal sealed class Branch(LabConversation talk)
{
    private readonly Lazy<Evidence> _evidence = new(() => Evidence.Of(talk, isScripted: true));

    /// <summary>Whether what belongs to a choice is for this member.</summary>
    public bool Holds(OnlyWhere? only) =>
        only is null || talk.Lab.Card.Fields.FirstOrDefault(field => field.Id == only.Choice) is not { } choice
        || ChoiceRule.Chosen(_evidence.Value, choice).Contains(only.Option);
}
