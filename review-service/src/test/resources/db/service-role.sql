create role outrider_service login password 'service';
