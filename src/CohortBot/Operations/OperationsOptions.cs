using System.ComponentModel.DataAnnotations;

namespace CohortBot.Operations;

/// <summary>What whoever runs the program may look at, and from where.</summary>
public sealed class OperationsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Operations";

    /// <summary>Whether figures are kept and shown at <c>/metrics</c>. Default yes.</summary>
    public bool Metrics { get; set; } = true;

    /// <summary>
    /// More addresses to listen on, for a scraper or a probe on another machine, with semicolons between them: <c>http://+:9464</c>. They answer
    /// <c>/metrics</c> and <c>/health</c> and nothing else, to anybody who reaches them. Default none: both are answered to this machine alone.
    /// </summary>
    public string? Urls { get; set; }

    /// <summary>
    /// How much space must be free where the data lies, in megabytes; with less, health is degraded, with a tenth of it unhealthy. Default 200, from
    /// 10 to 1,000,000.
    /// </summary>
    [Range(10, 1_000_000)]
    public int FreeDiskMegabytes { get; set; } = 200;

    /// <summary>The ports of <see cref="Urls"/>.</summary>
    internal IEnumerable<int> Ports => (Urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(url => BindingAddress.Parse(url).Port);
}
