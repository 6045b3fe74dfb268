namespace CohortBot.Operations;

/// <summary>
/// Looks at one thing that the program needs, without changing anything and without starting the program. <c>cohortbot doctor</c> asks all that are
/// registered with <see cref="OperationsSeams.AddDoctorCheck{T}"/>, in the order of registration. What it throws is shown as broken.
/// </summary>
internal interface IDoctorCheck
{
    /// <summary>What it looks at: a word in lower case, as in <c>/health</c>. Its title is the text <c>doctor.name_…</c>.</summary>
    string Name { get; }

    /// <summary>Whether it asks tables of the database; it is then left out while they are not there or not of this program's version.</summary>
    bool NeedsTables => false;

    /// <summary>What looking costs money for, and how much at most: said before it looks, and left out on request. null where it costs nothing.</summary>
    Sentence? Cost => null;

    /// <summary>Looks. At least one finding; several where several things are to be mended.</summary>
    Task<IReadOnlyList<Finding>> CheckAsync(CancellationToken cancellationToken);
}
