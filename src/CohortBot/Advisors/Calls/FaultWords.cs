using System.Globalization;
using CohortBot.Texts;

namespace CohortBot.Advisors.Calls;

/// <summary>Says in plain words what went wrong with a model and what to do.</summary>
internal static class FaultWords
{
    // The log and the health page are in English; read when the first fault comes.
    private static readonly Lazy<Wording> _english = new(() => new TextCatalogue().In(Locale.English));

    /// <summary>In English, for the log and the health page: what, and what to do.</summary>
    public static string Of(ModelException fault) => $"{What(fault, _english.Value)}{Sign(fault)}. {Mend(fault, _english.Value)}";

    /// <summary>What went wrong, without a full stop.</summary>
    public static string What(ModelException fault, Wording wording) => wording.Say($"models.fault.{fault.Fault}");

    /// <summary>What to do.</summary>
    public static string Mend(ModelException fault, Wording wording) => wording.Say($"models.fault.{fault.Fault}_mend");

    /// <summary>The status and the provider's own name for the fault, in brackets; nothing where both are unknown.</summary>
    public static string Sign(ModelException fault)
    {
        string?[] signs = [fault.Status?.ToString(CultureInfo.InvariantCulture), fault.Code];
        var known = string.Join(", ", signs.Where(sign => sign is not null));
        return known.Length > 0 ? $" ({known})" : "";
    }
}
