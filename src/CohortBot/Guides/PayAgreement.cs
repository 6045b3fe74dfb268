using System.Text.RegularExpressions;

namespace CohortBot.Guides;

/// <summary>Whether what is said of a role's pay is nothing, one amount or range, or several that do not agree.</summary>
internal enum PayAgreement
{
    /// <summary>No figure.</summary>
    None,

    /// <summary>One amount or range.</summary>
    One,

    /// <summary>Several, and they differ.</summary>
    Differs,
}

/// <summary>Compares figures of pay.</summary>
internal static partial class PayAgreements
{
    extension(PayAgreement)
    {
        /// <summary>How the figures stand to each other.</summary>
        public static PayAgreement Of(IReadOnlyList<PayFigure> figures)
        {
            if (figures.Count == 0)
                return PayAgreement.None;
            var said = figures.SelectMany(figure => Amounts().Matches(figure.Says)).Select(match => match.Value).Distinct(StringComparer.Ordinal).Count();
            return figures.Count > 1 || said > 1 ? PayAgreement.Differs : PayAgreement.One; // "10 to 20% higher" counts something else
        }
    }

    // "$120k to over $300k" is one range, "from $140k" another.
    [GeneratedRegex(@"[$€£]\d[\d,.]*\d[kKmM]?(?: to (?:over )?[$€£]\d[\d,.]*\d[kKmM]?)?", RegexOptions.None, 1000)]
    private static partial Regex Amounts();
}
