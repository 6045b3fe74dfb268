using System.Text.Encodings.Web;
using System.Text.Json;
using CohortBot.Operations;
using CohortBot.Storage;
using CohortBot.Texts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CohortBot.Cli;

/// <summary>All that the doctor found.</summary>
internal sealed class DoctorReport
{
    private const int Broken = 1;
    private const int SettingsWrong = 2;

    // For people and scripts, not for a page: umlauts stay umlauts.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Check, Finding Finding)> _findings = [];
    private bool _isCutShort;

    /// <summary>What was found, check by check.</summary>
    public IReadOnlyList<(string Check, Finding Finding)> Findings => _findings;

    /// <summary>Whether the database was looked at and its tables are of this program's version.</summary>
    public bool HasTables => _findings.Exists(found => found.Finding.Detail.Key == StorageCheck.Current);

    /// <summary>As bad as the worst.</summary>
    public HealthStatus State => _findings.Min(finding => finding.Finding.State);

    /// <summary>0 nothing is broken, 1 something is, 2 the settings are wrong.</summary>
    public int ExitCode => _isCutShort ? SettingsWrong : State == HealthStatus.Unhealthy ? Broken : 0;

    /// <summary>A report that ends with the settings: with wrong ones nothing else can be looked at.</summary>
    public static DoctorReport OfSettings(IReadOnlyList<Finding> faults)
    {
        var report = new DoctorReport { _isCutShort = true };
        report.Add("settings", faults);
        return report;
    }

    /// <summary>Adds what a check found.</summary>
    public void Add(string check, IEnumerable<Finding> findings) => _findings.AddRange(findings.Select(finding => (check, finding)));

    /// <summary>For scripts: the names and states are the same in every language.</summary>
    public string ToJson(Wording wording) => JsonSerializer.Serialize(
        new
        {
            state = State.ToString(),
            exitCode = ExitCode,
            findings = _findings.Select(found => new
            {
                check = found.Check,
                state = found.Finding.State.ToString(),
                detail = wording.Say(found.Finding.Detail),
                mend = found.Finding.Mend is { } mend ? wording.Say(mend) : null,
            }),
        },
        Readable);
}
