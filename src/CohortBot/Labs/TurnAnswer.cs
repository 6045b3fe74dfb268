using CohortBot.Advisors;

namespace CohortBot.Labs;

/// <summary>What asking the advisor came to.</summary>
internal abstract record TurnAnswer
{
    /// <summary>It answered. The number is that of the exchange which the answer makes, from 1.</summary>
    internal sealed record Given(string Text, AdvisorPiece.Used Used, int Number) : TurnAnswer;

    /// <summary>It did not, also after trying again.</summary>
    internal sealed record Missing(TurnFailure Failure) : TurnAnswer;

    /// <summary>The member changed or deleted what was being answered.</summary>
    internal sealed record Overtaken : TurnAnswer;

    /// <summary>The member deleted all that was asked.</summary>
    internal sealed record Withdrawn : TurnAnswer;
}
