using System.Globalization;
using FsCheck;

namespace CohortBot.Tests.Fakes;

/// <summary>How many cases a property is tried with: 200, or COHORTBOT_CASES in the long form.</summary>
internal static class Cases
{
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("COHORTBOT_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 200;

    public static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(Count);
}
