using System.Globalization;
using CohortBot.Commands;

namespace CohortBot.Budgets;

/// <summary>What somebody wants a cohort's limit to be; a half that was not named stays as it is.</summary>
/// <param name="Span">The limit.</param>
/// <param name="Money">Its half in money.</param>
/// <param name="Tokens">Its half in tokens.</param>
internal sealed record BudgetChange(BudgetSpan Span, BudgetChange.Half? Money, BudgetChange.Half? Tokens)
{
    private const string None = "none";
    private const string Default = "default";
    private const long Most = 1_000_000; // in money; the settings' range too
    private const long MostTokens = 1_000_000_000_000;

    /// <summary>What can be typed for a limit.</summary>
    public static IReadOnlyDictionary<string, BudgetSpan> Names { get; } = new Dictionary<string, BudgetSpan>(StringComparer.OrdinalIgnoreCase)
    {
        ["day"] = BudgetSpan.MemberDay,
        ["lab"] = BudgetSpan.Lab,
        ["week"] = BudgetSpan.CohortWeek,
    };

    /// <summary>Whether a half is to follow the settings again.</summary>
    public bool FollowsSettings => Money is { FollowsSettings: true } || Tokens is { FollowsSettings: true };

    /// <summary>Reads a command's options.</summary>
    /// <exception cref="CommandException">An amount is none, or no limit or no amount was named.</exception>
    public static BudgetChange Read(CommandContext context)
    {
        var (money, tokens) = (context.Find("money"), context.Find("tokens"));
        if (context.Find("limit") is not { } limit || (money is null && tokens is null))
            throw new CommandException("budgets.what_to_change");
        return new BudgetChange(Names[limit], money is null ? null : ReadMoney(money), tokens is null ? null : ReadTokens(tokens));
    }

    /// <summary>The limit as it will be.</summary>
    public Limit Apply(Limit before, Limit settings) => new(
        Money is { } money ? money.Of(settings.Cost) : before.Cost,
        Tokens is { } tokens ? tokens.Of(settings.Tokens) : before.Tokens);

    private static Half ReadMoney(string typed)
    {
        if (ReadWord(typed) is { } word)
            return word;
        // "12,50" and "12.50"; a number with both marks could be read in two ways.
        var point = typed.Contains('.', StringComparison.Ordinal) ? typed : typed.Replace(',', '.');
        return decimal.TryParse(point, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= Most
            ? new Half(Budgets.Money.ToMillionths(amount))
            : throw new CommandException("budgets.bad_money", ("typed", typed), ("most", Most));
    }

    private static Half ReadTokens(string typed) =>
        ReadWord(typed) ?? (long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostTokens
            ? new Half(count)
            : throw new CommandException("budgets.bad_tokens", ("typed", typed)));

    private static Half? ReadWord(string typed) => typed.Trim().ToLowerInvariant() switch
    {
        None => new Half(null),
        Default => new Half(null, FollowsSettings: true),
        _ => null,
    };

    /// <summary>Half of a limit as it is wanted.</summary>
    /// <param name="Amount">Millionths or tokens; null for none.</param>
    /// <param name="FollowsSettings">Whether the settings' limit is to hold again.</param>
    internal sealed record Half(long? Amount, bool FollowsSettings = false)
    {
        /// <summary>The amount that holds then.</summary>
        public long? Of(long? settings) => FollowsSettings ? settings : Amount;
    }
}
