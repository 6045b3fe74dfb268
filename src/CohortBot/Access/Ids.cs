using System.Globalization;
using CohortBot.Storage;

namespace CohortBot.Access;

/// <summary>The opaque key under which ledgers know a member; it says nothing about who that is.</summary>
public readonly record struct MemberKey(string Value) : ITextId<MemberKey>
{
    /// <summary>What the program itself does, in the audit.</summary>
    public static readonly MemberKey CohortBot = new("cohortbot");

    /// <summary>Stands for every member where a rule may name one or all.</summary>
    public static readonly MemberKey Everybody = new("*");

    /// <inheritdoc/>
    public static MemberKey From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A cohort's number in its workspace; 0 means the whole workspace.</summary>
public readonly record struct CohortId(long Value) : INumberId<CohortId>
{
    /// <summary>The whole workspace.</summary>
    public static readonly CohortId Workspace = new(0);

    /// <inheritdoc/>
    public static CohortId From(long value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
