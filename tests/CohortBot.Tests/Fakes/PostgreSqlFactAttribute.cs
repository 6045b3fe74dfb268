namespace CohortBot.Tests.Fakes;

/// <summary>A test that needs PostgreSQL whichever engine the others run on; left out where no server is named, which <c>tests/run.sh</c> never lets happen.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute()
    {
        if (!PostgreSqlStorage.IsThere)
            Skip = $"Set {PostgreSqlStorage.Server} to the connection string of a server where the tests may create databases; tests/run.sh starts one.";
    }
}
