using CohortBot.Access;
using CohortBot.Chat;

namespace CohortBot.Reports.Export;

/// <summary>What is to be exported, and how.</summary>
internal sealed record ExportRequest(WorkspaceId Workspace, CohortId Cohort)
{
    /// <summary>The files' format.</summary>
    public ExportFormat Format { get; init; }

    /// <summary>Whether what members wrote in labs goes with it.</summary>
    public bool HasWords { get; init; }

    /// <summary>Whether CSV files begin with the byte order mark by which Excel knows UTF-8.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>What stands in the audit.</summary>
    public string Describe() => HasWords ? $"{Format.ToString().ToLowerInvariant()}, with words" : Format.ToString().ToLowerInvariant();
}

/// <summary>In which form tables are exported.</summary>
internal enum ExportFormat
{
    /// <summary>A file a table, RFC 4180.</summary>
    Csv,

    /// <summary>One file with all tables.</summary>
    Json,
}
