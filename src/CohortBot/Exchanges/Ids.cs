using System.Globalization;
using CohortBot.Storage;

namespace CohortBot.Exchanges;

/// <summary>One member in one lab of one cohort.</summary>
public readonly record struct ParticipationId(long Value) : INumberId<ParticipationId>
{
    /// <inheritdoc/>
    public static ParticipationId From(long value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a member sent before the advisor answered: one message or several.</summary>
public readonly record struct TurnId(long Value) : INumberId<TurnId>
{
    /// <inheritdoc/>
    public static TurnId From(long value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
